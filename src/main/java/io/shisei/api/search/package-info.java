/** Finding by name. */
@NullMarked
package io.shisei.api.search;

import org.jspecify.annotations.NullMarked;
