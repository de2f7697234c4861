/** How long history is kept, in the API. */
@NullMarked
package io.shisei.api.retention;

import org.jspecify.annotations.NullMarked;
