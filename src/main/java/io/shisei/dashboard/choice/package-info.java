/** Whose figures pages show. */
@NullMarked
package io.shisei.dashboard.choice;

import org.jspecify.annotations.NullMarked;
