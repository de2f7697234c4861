/** Pages that were rendered a moment ago, for those who ask for the same before anything has changed. */
@NullMarked
package io.shisei.dashboard.kept;

import org.jspecify.annotations.NullMarked;
