/** The pages of scans. */
@NullMarked
package io.shisei.dashboard.scan;

import org.jspecify.annotations.NullMarked;
