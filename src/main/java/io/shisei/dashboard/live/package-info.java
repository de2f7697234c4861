/** Parts of pages that follow what goes on. */
@NullMarked
package io.shisei.dashboard.live;

import org.jspecify.annotations.NullMarked;
