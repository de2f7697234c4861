/** The pages of accounts and organizations. */
@NullMarked
package io.shisei.dashboard.account;

import org.jspecify.annotations.NullMarked;
