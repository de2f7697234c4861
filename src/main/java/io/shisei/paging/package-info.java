/** Keyset paging: the shape of every list. */
@NullMarked
package io.shisei.paging;

import org.jspecify.annotations.NullMarked;
