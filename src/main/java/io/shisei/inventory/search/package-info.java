/** Resources by what people have of them: an ARN, a name, or a part. */
@NamedInterface("search")
@NullMarked
package io.shisei.inventory.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
