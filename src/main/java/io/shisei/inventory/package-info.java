/** What AWS accounts contain: types of resources, their documents, and what could not be read. */
@NullMarked
package io.shisei.inventory;

import org.jspecify.annotations.NullMarked;
