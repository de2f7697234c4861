/** The AWS accounts being watched. */
@NullMarked
package io.shisei.account;

import org.jspecify.annotations.NullMarked;
