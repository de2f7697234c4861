/** Lines over time, for pages. */
@NullMarked
package io.shisei.dashboard.trend;

import org.jspecify.annotations.NullMarked;
