/** Deadlines over the API. */
@NullMarked
package io.shisei.api.deadline;

import org.jspecify.annotations.NullMarked;
