# Everything is built in here: needs nothing but Docker, and the network for Maven Central.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /build
COPY .mvn .mvn
COPY pom.xml .
COPY db db
COPY src/main src/main
COPY deploy deploy
RUN mvn -B -ntp -Dmaven.test.skip=true -Dspotless.check.skip=true package \
 && java -Djarmode=tools -jar target/shisei-*.jar extract --destination app \
 && mv app/shisei-*.jar app/shisei.jar \
 && javac -d deploy deploy/*.java

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --home-dir /app shisei && install -d -o shisei /data
WORKDIR /app
COPY --from=build /build/app/lib lib
COPY --from=build /build/app/shisei.jar .
COPY --from=build /build/deploy /opt/training
# By the JVM that will use it, on the jars where they will be; not by root, as whom PostgreSQL does not run.
RUN chown shisei . && setpriv --reuid=shisei --regid=shisei --init-groups /opt/training/train /app && chown -R root: . && rm -r /opt/training
USER 10001
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:+ExitOnOutOfMemoryError" SHISEI_DATA_DIR=/data
EXPOSE 8080
# The image has neither curl nor wget, but bash.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 CMD ["bash", "-c", \
  "exec 3<>/dev/tcp/localhost/8080 && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && read -r line <&3 && [[ $line == *' 200'* ]]"]
ENTRYPOINT ["java", "-XX:AOTCache=shisei.aot", "-jar", "shisei.jar"]
