/** The first page. */
@NullMarked
package io.shisei.dashboard.overview;

import org.jspecify.annotations.NullMarked;
