package io.shisei.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageRequestTests {

    private static final PageRequest FIRST = PageRequest.first(2);

    @Test
    void knowsFromAPageThatIsNotFullHowLongTheListIs() {
        assertThat(FIRST.seen(0)).isEqualTo(Page.Total.exact(0));
        assertThat(FIRST.seen(2)).isEqualTo(Page.Total.exact(2));
    }

    @Test
    void knowsOtherwiseHowLongItIsAtLeast() {
        var token = FIRST.page(List.of("a", "b", "c"), FIRST.seen(3), List::of).nextPageToken();
        assertThat(FIRST.seen(3)).isEqualTo(new Page.Total(3, Page.Total.Type.AT_LEAST));
        assertThat(new PageRequest(2, token).seen(1)).isEqualTo(new Page.Total(1, Page.Total.Type.AT_LEAST));
    }
}
