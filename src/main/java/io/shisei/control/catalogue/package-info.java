/** From files to controls: what is read, checked and reported with file, line and column. */
@NullMarked
package io.shisei.control.catalogue;

import org.jspecify.annotations.NullMarked;
