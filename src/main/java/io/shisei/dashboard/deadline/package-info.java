/** The page of deadlines. */
@NullMarked
package io.shisei.dashboard.deadline;

import org.jspecify.annotations.NullMarked;
