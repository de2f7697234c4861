/** The pages of schedules. */
@NullMarked
package io.shisei.dashboard.schedule;

import org.jspecify.annotations.NullMarked;
