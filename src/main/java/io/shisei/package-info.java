/** Shisei: the posture of AWS accounts, watched and remembered. */
@NullMarked
package io.shisei;

import org.jspecify.annotations.NullMarked;
