/** The conductor: reads an account, judges it, and keeps what changed. */
@NullMarked
package io.shisei.scan;

import org.jspecify.annotations.NullMarked;
