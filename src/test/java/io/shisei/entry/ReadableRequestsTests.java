package io.shisei.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

class ReadableRequestsTests {

    private final HandlerExceptionResolver errors = mock();
    private final ReadableRequests filter = new ReadableRequests(errors);
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();
    private final MockHttpServletRequest unreadable = new MockHttpServletRequest() {
        @Override
        public Map<String, String[]> getParameterMap() {
            throw new IllegalStateException("the form broke off");
        }
    };

    @Test
    void refusesWhatCannotBeRead() throws Exception {
        when(errors.resolveException(any(), any(), any(), any())).thenReturn(new ModelAndView());
        filter.doFilter(unreadable, response, chain);
        verify(errors).resolveException(any(), any(), any(), any());
        assertThat(chain.getRequest()).isNull();
    }

    @Test
    void addsNothingToAnAnswerThatIsUnderWay() throws Exception {
        response.setCommitted(true);
        filter.doFilter(unreadable, response, chain);
        verifyNoInteractions(errors);
        assertThat(chain.getRequest()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /api/v1/accounts/123456789012/security-hub-findings, true",
        "POST, /accounts/123456789012/comparison, true",
        "GET, /accounts/123456789012/comparison, false",
        "POST, /accounts/123456789012/comparison/resources, false",
        "POST, /api/v1/accounts, false"
    })
    void letsInMoreOnlyWhereFilesAreBrought(String method, String path, boolean file) throws Exception {
        when(errors.resolveException(any(), any(), any(), any())).thenReturn(new ModelAndView());
        var large = new MockHttpServletRequest(method, path);
        large.setContent(new byte[2 << 20]);
        filter.doFilter(large, response, chain);
        assertThat(chain.getRequest() != null).isEqualTo(file);
    }
}
