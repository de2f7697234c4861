/** Controls, standards and their trends over the API. */
@NullMarked
package io.shisei.api.control;

import org.jspecify.annotations.NullMarked;
