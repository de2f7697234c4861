/** Schedules over the API. */
@NullMarked
package io.shisei.api.schedule;

import org.jspecify.annotations.NullMarked;
