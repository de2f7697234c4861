(() => {
  const language = document.documentElement.lang;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const day = new Intl.DateTimeFormat(language, {month: 'short', day: 'numeric'});
  const exact = new Intl.DateTimeFormat(language, {dateStyle: 'medium', timeStyle: 'short'});
  const [AT, SCORE, COVERAGE, PASSED, FAILED, UNKNOWN] = [0, 1, 2, 3, 4, 5];

  const series = (points, column) => points.map(it => ({x: it[AT], y: it[column]}));
  const radius = points => (points.length === 1 ? 4 : points.length > 60 ? 0 : 2);

  const scoreLines = (canvas, points) => [
    {
      label: canvas.dataset.labelScore, data: series(points, SCORE), borderColor: colour('--accent'),
      backgroundColor: colour('--accent'), borderWidth: 2, spanGaps: false, tension: 0, clip: false,
      // Hollow points and dashes where not everything could be read.
      segment: {borderDash: it => (points[it.p1DataIndex][COVERAGE] < 100 ? [4, 4] : undefined)},
      pointRadius: points.map(it => (it[COVERAGE] < 100 ? 3 : radius(points))),
      pointBackgroundColor: points.map(it => (it[COVERAGE] < 100 ? colour('--panel') : colour('--accent'))),
    },
    {
      label: canvas.dataset.labelCoverage, data: series(points, COVERAGE), borderColor: colour('--faint'),
      backgroundColor: colour('--faint'), borderWidth: 1, borderDash: [2, 3], stepped: 'before',
      pointRadius: points.length === 1 ? 3 : 0,
    },
  ];

  const area = (label, points, column, name, below) => ({
    label, data: series(points, column), borderColor: colour(name), backgroundColor: colour(name) + '55',
    borderWidth: 1.5, fill: below, stepped: 'before', pointRadius: points.length === 1 ? 4 : 0,
  });
  const countAreas = (canvas, points) => [
    area(canvas.dataset.labelFailed, points, FAILED, '--failed', 'origin'),
    area(canvas.dataset.labelUnknown, points, UNKNOWN, '--unknown', '-1'),
    area(canvas.dataset.labelPassed, points, PASSED, '--passed', '-1'),
  ];

  const options = score => ({
    animation: false, maintainAspectRatio: false, parsing: false, normalized: true,
    interaction: {mode: 'index', intersect: false},
    color: colour('--text'),
    scales: {
      x: {type: 'linear', bounds: 'data', grid: {display: false}, border: {color: colour('--line')},
        ticks: {color: colour('--faint'), maxRotation: 0, maxTicksLimit: 8, callback: value => day.format(value)}},
      y: {min: 0, ...(score ? {max: 100} : {beginAtZero: true, stacked: true}), grid: {color: colour('--line')}, border: {display: false},
        ticks: {color: colour('--faint'), maxTicksLimit: 5, precision: 0, callback: value => (score ? value + '%' : value)}},
    },
    plugins: {
      legend: {position: 'bottom', align: 'start', labels: {color: colour('--text'), boxWidth: 18, boxHeight: 2}},
      tooltip: {callbacks: {
        title: items => (items.length ? exact.format(items[0].parsed.x) : ''),
        label: it => `${it.dataset.label}: ${it.parsed.y}${score ? '%' : ''}`,
      }},
    },
  });

  const draw = canvas => {
    const points = JSON.parse(canvas.dataset.trend);
    const score = canvas.dataset.kind === 'score';
    Chart.getChart(canvas)?.destroy();
    new Chart(canvas, {
      type: 'line',
      data: {datasets: score ? scoreLines(canvas, points) : countAreas(canvas, points)},
      options: options(score),
    });
    canvas.dataset.points = points.length;
  };
  const drawAll = () => document.querySelectorAll('canvas[data-trend]').forEach(draw);
  drawAll();
  document.addEventListener('shisei:theme', drawAll);
})();
