package io.shisei.entry;

import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Has Tomcat read forms of the same size as other bodies, and any number of languages that the headers have room for. */
@Component
class TomcatLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** More than fit into 8 KiB of headers: Tomcat answers 500 beyond, though languages are no more than a wish. */
    private static final int LANGUAGES = 8192;

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addConnectorCustomizers(TomcatLimits::limit);
    }

    private static void limit(Connector connector) {
        connector.setMaxPostSize((int) BodyLimit.USUAL.bytes());
        connector.setMaxLocaleCount(LANGUAGES);
    }
}
