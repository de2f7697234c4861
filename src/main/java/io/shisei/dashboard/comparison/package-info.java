/** The pages of what Security Hub says, and where it agrees with us. */
@NullMarked
package io.shisei.dashboard.comparison;

import org.jspecify.annotations.NullMarked;
