/** The page of saved views. */
@NullMarked
package io.shisei.dashboard.view;

import org.jspecify.annotations.NullMarked;
