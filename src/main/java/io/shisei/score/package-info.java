/** How well controls and standards are kept, now and over time. */
@NullMarked
package io.shisei.score;

import org.jspecify.annotations.NullMarked;
