/** The page that finds by name. */
@NullMarked
package io.shisei.dashboard.search;

import org.jspecify.annotations.NullMarked;
