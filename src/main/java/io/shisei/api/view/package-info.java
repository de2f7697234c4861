/** Saved views. */
@NullMarked
package io.shisei.api.view;

import org.jspecify.annotations.NullMarked;
