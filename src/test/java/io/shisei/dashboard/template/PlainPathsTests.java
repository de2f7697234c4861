package io.shisei.dashboard.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.thymeleaf.context.Context;
import org.thymeleaf.dialect.IDialect;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ITemplateResolver;

class PlainPathsTests {

    private static final SpringTemplateEngine SPEL = new SpringTemplateEngine();
    private static final SpringTemplateEngine OURS;

    static {
        var none = new DefaultListableBeanFactory();
        OURS = new TemplatesConfiguration()
                .templateEngine(none.getBeanProvider(ITemplateResolver.class), none.getBeanProvider(IDialect.class));
    }

    record Row(String name, int failed, @Nullable Row next, List<String> words) {

        boolean isLast() {
            return next == null;
        }

        public boolean isFine() {
            return failed == 0;
        }

        public String getTitle() {
            return "Title of " + name;
        }

        public String name(String more) {
            return name + more;
        }
    }

    private static String rendered(SpringTemplateEngine engine, String expression) {
        var next = new Row("second", 0, null, List.of());
        var context = new Context(
                Locale.ROOT,
                Map.of("it", new Row("<first>", 3, next, List.of("a", "b")), "by", Map.of("key", "value", "size", 7)));
        return engine.process("<p th:text=\"${" + expression + "}\"></p>", context);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "it.name",
                "it.failed",
                "it.fine",
                "it.title",
                "it.next.name",
                "it.next.next",
                "it.words",
                "it.words.size()",
                "it.words.isEmpty()",
                "it.next.words.empty",
                "it.getTitle()",
                "it.failed()",
                "it.name()",
                "by",
                "by.key",
                "by.size",
                "nothing",
                "it.next.fine",
                "true",
                "null",
                "it.failed > 2",
                "it.name('x')"
            })
    void readsWhatSpelReads(String expression) {
        assertThat(rendered(OURS, expression)).isEqualTo(rendered(SPEL, expression));
    }

    @ParameterizedTest
    @ValueSource(strings = {"it.nothing", "it.next.next.name", "nothing.name", "it.nothing()"})
    void leavesErrorsToSpel(String expression) {
        assertThatThrownBy(() -> rendered(SPEL, expression)).isInstanceOf(TemplateProcessingException.class);
        assertThatThrownBy(() -> rendered(OURS, expression)).isInstanceOf(TemplateProcessingException.class);
    }
}
