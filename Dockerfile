# The service. Packages come, checked by their hashes, from whichever index the builder uses.
FROM python:3.11-slim

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    ZHIZE_HOST=0.0.0.0 \
    ZHIZE_PORT=8000 \
    ZHIZE_HOME=/data

WORKDIR /app
COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY graph graph
COPY ingest ingest
COPY queries queries
COPY api api
COPY seeds seeds
RUN pip install --no-deps --no-build-isolation --editable . \
 && useradd --system --uid 10001 --home-dir /data --create-home zhize

USER zhize
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s \
  CMD ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8000/readyz', timeout=4)"]
CMD ["zhize", "serve"]
