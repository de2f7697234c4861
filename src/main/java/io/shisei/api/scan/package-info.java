/** Scans and what they read, over the API. */
@NullMarked
package io.shisei.api.scan;

import org.jspecify.annotations.NullMarked;
