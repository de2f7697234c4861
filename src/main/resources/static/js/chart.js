(() => {
  const language = document.documentElement.lang;
  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const format = parts => new Intl.DateTimeFormat(language, parts).format;
  const day = format({month: 'short', day: 'numeric'});
  const month = format({year: 'numeric', month: 'short'});
  const exact = format({dateStyle: 'medium', timeStyle: 'short'});
  const [AT, SCORE, COVERAGE, PASSED, FAILED, UNKNOWN, REST] = [0, 1, 2, 3, 4, 5, 6];

  // The calendar of the reader's zone, which knows days of 23 and 25 hours: ticks at midnights, or at firsts of months.
  const days = step => ({label: day, at: (from, i) => new Date(from.getFullYear(), from.getMonth(), from.getDate() + 1 + i * step)});
  const months = step => ({label: month, at: (from, i) => new Date(from.getFullYear(), from.getMonth() + 1 + i * step, 1)});
  const rhythms = [days(1), days(2), days(7), days(14), months(1), months(2), months(3), months(6)];
  const ticks = (rhythm, from, to) => {
    const all = [];
    for (let at = rhythm.at(new Date(from), 0); at <= to; at = rhythm.at(new Date(from), all.length)) {
      all.push({value: at.getTime(), label: rhythm.label(at)});
    }
    return all;
  };
  const fitting = (from, to, room) => rhythms.map(it => ticks(it, from, to)).find(it => it.length <= room) ?? [];

  // What a scan found holds until the next one, and what the last one found until now.
  const series = (points, column, now) =>
    [...points.map(it => ({x: it[AT], y: it[column]})), {x: now, y: points[points.length - 1][column]}];
  const radius = points => (points.length === 1 ? 4 : points.length > 60 ? 0 : 2);

  const scoreLines = (canvas, points, now) => [
    {
      label: canvas.dataset.labelScore, data: series(points, SCORE, now), borderColor: colour('--accent'),
      backgroundColor: colour('--accent'), borderWidth: 2, spanGaps: false, stepped: 'before', clip: false,
      // Hollow points and dashes where not everything could be read.
      segment: {borderDash: it => (points[it.p0DataIndex][COVERAGE] < 100 ? [4, 4] : undefined)},
      pointRadius: [...points.map(it => (it[COVERAGE] < 100 ? 3 : radius(points))), 0],
      pointBackgroundColor: points.map(it => (it[COVERAGE] < 100 ? colour('--panel') : colour('--accent'))),
    },
    {
      label: canvas.dataset.labelCoverage, data: series(points, COVERAGE, now), borderColor: colour('--faint'),
      backgroundColor: colour('--faint'), borderWidth: 1, borderDash: [2, 3], stepped: 'before',
      pointRadius: 0,
    },
  ];

  const area = (label, points, now, column, name, below) => ({
    label, data: series(points, column, now), borderColor: colour(name), backgroundColor: colour(name) + '55',
    borderWidth: 1.5, fill: below, stepped: 'before', pointRadius: 0,
  });
  const countAreas = (canvas, points, now) => [
    area(canvas.dataset.labelFailed, points, now, FAILED, '--failed', 'origin'),
    area(canvas.dataset.labelUnknown, points, now, UNKNOWN, '--unknown', '-1'),
    area(canvas.dataset.labelPassed, points, now, PASSED, '--passed', '-1'),
  ];

  const options = (score, points, from, to) => ({
    animation: false, maintainAspectRatio: false, parsing: false, normalized: true,
    interaction: {mode: 'index', intersect: false},
    color: colour('--text'),
    scales: {
      x: {type: 'linear', min: from, max: to, grid: {display: false}, border: {color: colour('--line')},
        afterBuildTicks: axis => { axis.ticks = fitting(from, to, Math.max(2, Math.floor(axis.chart.width / 90))); },
        ticks: {color: colour('--faint'), maxRotation: 0, autoSkip: false, callback: (value, i, all) => all[i].label}},
      y: {min: 0, ...(score ? {max: 100} : {beginAtZero: true, stacked: true}), grid: {color: colour('--line')}, border: {display: false},
        ticks: {color: colour('--faint'), maxTicksLimit: 5, precision: 0, callback: value => (score ? value + '%' : value)}},
    },
    plugins: {
      legend: {position: 'bottom', align: 'start', labels: {color: colour('--text'), boxWidth: 18, boxHeight: 2}},
      tooltip: {filter: it => it.dataIndex < points.length, callbacks: {
        title: items => (items.length ? exact(items[0].parsed.x) : ''),
        label: it => `${it.dataset.label}: ${it.parsed.y}${score ? '%' : ''}`,
      }},
    },
  });

  const draw = canvas => {
    const points = JSON.parse(canvas.dataset.trend);
    const [from, to] = [Number(canvas.dataset.from), Number(canvas.dataset.to)];
    const score = canvas.dataset.kind === 'score';
    Chart.getChart(canvas)?.destroy();
    new Chart(canvas, {
      type: 'line',
      data: {datasets: score ? scoreLines(canvas, points, to) : countAreas(canvas, points, to)},
      options: options(score, points, from, to),
    });
    canvas.dataset.points = points.length;
  };
  // The same in figures, made when somebody opens them: ninety rows would be most of a page, and few read them.
  const percent = value => (value === null ? '–' : `${Number.isInteger(value) ? value : value.toFixed(1)}%`);
  const row = it => {
    const made = document.createElement('tr');
    const texts = [exact(it[AT]), percent(it[SCORE]), percent(it[COVERAGE]), it[PASSED], it[FAILED], it[UNKNOWN], it[REST]];
    made.append(...texts.map((text, i) => Object.assign(document.createElement('td'), {textContent: text, className: i ? 'num' : ''})));
    return made;
  };
  document.querySelectorAll('[data-trend-table]').forEach(details => details.addEventListener('toggle', () => {
    const points = JSON.parse(details.parentElement.querySelector('canvas[data-trend]').dataset.trend);
    details.querySelector('tbody').replaceChildren(...points.reverse().map(row));
  }));

  const drawAll = () => document.querySelectorAll('canvas[data-trend]').forEach(draw);
  drawAll();
  document.addEventListener('shisei:theme', drawAll);
})();
