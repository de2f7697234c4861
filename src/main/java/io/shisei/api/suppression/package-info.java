/** Rules that hide findings, over the API. */
@NullMarked
package io.shisei.api.suppression;

import org.jspecify.annotations.NullMarked;
