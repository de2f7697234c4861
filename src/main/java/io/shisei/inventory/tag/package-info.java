/** Of which resources the tags are known. */
@NullMarked
package io.shisei.inventory.tag;

import org.jspecify.annotations.NullMarked;
