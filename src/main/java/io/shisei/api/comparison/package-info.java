/** What Security Hub says, and where it agrees with us, over the API. */
@NullMarked
package io.shisei.api.comparison;

import org.jspecify.annotations.NullMarked;
