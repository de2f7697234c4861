/** What wakes the conductor: recurring scans. */
@NullMarked
package io.shisei.schedule;

import org.jspecify.annotations.NullMarked;
