/** API tokens over the API. */
@NullMarked
package io.shisei.api.token;

import org.jspecify.annotations.NullMarked;
