/** What to do first: the controls and the accounts of a standard, ranked. */
@NullMarked
package io.shisei.api.overview;

import org.jspecify.annotations.NullMarked;
