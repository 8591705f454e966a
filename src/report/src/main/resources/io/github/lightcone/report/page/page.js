'use strict';
(() => {
  const byId = id => document.getElementById(id);
  const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const SERIES = 7;
  const RAMP = 9;
  const series = k => css('--series-' + (((k % SERIES) + SERIES) % SERIES));
  const themeListeners = [];

  // Light or dark: what the system says, until the reader chooses.
  const isDark = () => document.documentElement.dataset.theme
    ? document.documentElement.dataset.theme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  byId('theme')?.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    themeListeners.forEach(listener => listener());
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => themeListeners.forEach(f => f()));

  const source = byId('data');
  if (!source) {
    return;
  }
  const data = JSON.parse(source.textContent);
  const neurons = data.neurons;
  const wires = data.wires;
  const count = neurons.module.length;
  const populationOf = new Int32Array(count);
  data.populations.forEach((population, p) => populationOf.fill(p, population.first, population.first + population.size));
  const number = (value, digits = 3) => value === null || value === undefined || Number.isNaN(value)
    ? '–' : String(Number(value.toPrecision(digits))).replace('-', '−');

  /** The scripts of three.js, which this page holds as text, as modules. */
  async function loadThree() {
    const text = id => byId(id).textContent;
    const url = code => URL.createObjectURL(new Blob([code], {type: 'text/javascript'}));
    const core = url(text('three-core'));
    const main = url(text('three-module').replaceAll('"./three.core.min.js"', JSON.stringify(core)));
    const controls = url(text('three-controls').replace(/from 'three';/, 'from ' + JSON.stringify(main) + ';'));
    const three = await import(main);
    return {THREE: three, OrbitControls: (await import(controls)).OrbitControls};
  }

  function colourTriple(THREE, text) {
    const colour = new THREE.Color(text);
    return [colour.r, colour.g, colour.b];
  }

  function option(select, value, text) {
    const made = document.createElement('option');
    made.value = value;
    made.textContent = text;
    select.append(made);
  }

  function swatch(legend, colour, text, kind = '') {
    const item = document.createElement('span');
    const mark = document.createElement('i');
    mark.className = kind;
    mark.style.background = colour;
    item.append(mark, document.createTextNode(text));
    legend.append(item);
  }

  /** Neurons as discs and synapses as lines, on a canvas that turns. */
  class SpaceView {
    constructor(lib, canvas) {
      const {THREE, OrbitControls} = lib;
      this.THREE = THREE;
      this.canvas = canvas;
      this.flat = data.space.shown < 3;
      this.renderer = new THREE.WebGLRenderer({canvas, antialias: true, alpha: true, preserveDrawingBuffer: true});
      this.renderer.outputColorSpace = THREE.LinearSRGBColorSpace;
      THREE.ColorManagement.enabled = false;
      this.scene = new THREE.Scene();
      this.position = Float32Array.from(neurons.position);
      this.measure();
      this.camera = new THREE.PerspectiveCamera(35, 1, this.radius / 100, this.radius * 40);
      this.controls = new OrbitControls(this.camera, canvas);
      this.controls.enableRotate = !this.flat;
      if (this.flat) {
        this.controls.mouseButtons.LEFT = THREE.MOUSE.PAN;
        this.controls.touches.ONE = THREE.TOUCH.PAN;
      }
      this.controls.enableZoom = false;
      canvas.addEventListener('focus', () => this.live(true));
      canvas.addEventListener('pointerdown', () => this.live(true));
      canvas.addEventListener('blur', () => this.live(false));
      this.controls.addEventListener('change', () => this.draw());
      this.makeDots();
      this.makeLines();
      this.home();
      canvas.addEventListener('keydown', event => this.key(event));
      new ResizeObserver(() => this.resize()).observe(canvas);
      this.resize();
    }

    /** Only a canvas one works with takes the wheel and the finger from the page. */
    live(on) {
      this.controls.enableZoom = on;
      this.canvas.classList.toggle('live', on);
    }

    measure() {
      const low = [Infinity, Infinity, Infinity];
      const high = [-Infinity, -Infinity, -Infinity];
      for (let k = 0; k < this.position.length; k++) {
        low[k % 3] = Math.min(low[k % 3], this.position[k]);
        high[k % 3] = Math.max(high[k % 3], this.position[k]);
      }
      this.centre = low.map((value, d) => (value + high[d]) / 2);
      this.radius = Math.max(1e-6, Math.hypot(...low.map((value, d) => (high[d] - value) / 2)));
    }

    home() {
      const {THREE} = this;
      const target = new THREE.Vector3(...this.centre);
      const towards = this.flat ? new THREE.Vector3(0, 0, 1) : new THREE.Vector3(0.53, -0.76, 0.37).normalize();
      if (!this.flat) {
        this.camera.up.set(0, 0, 1);
      }
      const right = new THREE.Vector3().crossVectors(this.camera.up, towards).normalize();
      const upwards = new THREE.Vector3().crossVectors(towards, right);
      const slope = Math.tan(this.camera.fov * Math.PI / 360);
      const offset = new THREE.Vector3();
      let distance = this.radius * 0.2;
      for (let n = 0; n < count; n++) {
        offset.fromArray(this.position, 3 * n).sub(target);
        distance = Math.max(distance, offset.dot(towards)
          + Math.max(Math.abs(offset.dot(upwards)), Math.abs(offset.dot(right)) / this.camera.aspect) / slope);
      }
      this.controls.target.copy(target);
      this.camera.position.copy(target).addScaledVector(towards, distance * 1.12);
      this.controls.update();
    }

    makeDots() {
      const {THREE} = this;
      this.dots = new THREE.BufferGeometry();
      this.dots.setAttribute('position', new THREE.BufferAttribute(this.position, 3));
      this.dots.setAttribute('tint', new THREE.BufferAttribute(new Float32Array(3 * count), 3));
      this.dots.setAttribute('size', new THREE.BufferAttribute(new Float32Array(count).fill(1), 1));
      this.dotMaterial = discs(THREE);
      const points = new THREE.Points(this.dots, this.dotMaterial);
      points.frustumCulled = false;
      points.renderOrder = 2;
      this.scene.add(points);
      this.dotSize = this.radius * Math.min(0.032, Math.max(0.009, 0.3 / Math.sqrt(count)));
    }

    makeLines() {
      const {THREE} = this;
      this.lines = new THREE.BufferGeometry();
      this.linePlaces = new Float32Array(6 * wires.source.length);
      this.lineTints = new Float32Array(8 * wires.source.length);
      this.lines.setAttribute('position', new THREE.BufferAttribute(this.linePlaces, 3));
      this.lines.setAttribute('color', new THREE.BufferAttribute(this.lineTints, 4));
      const material = new THREE.LineBasicMaterial({vertexColors: true, transparent: true, depthWrite: false});
      const segments = new THREE.LineSegments(this.lines, material);
      segments.frustumCulled = false;
      segments.renderOrder = 1;
      this.scene.add(segments);
    }

    /** Shows the synapses of some numbers. */
    showWires(shown, strength = 1) {
      const excitatory = colourTriple(this.THREE, css('--excitatory'));
      const inhibitory = colourTriple(this.THREE, css('--inhibitory'));
      const most = Math.abs(wires.weight[0] ?? 1);
      const crowd = Math.min(1, Math.sqrt(500 / Math.max(1, shown.length)));
      shown.forEach((w, k) => {
        const from = 3 * wires.source[w];
        const to = 3 * wires.target[w];
        const tint = wires.weight[w] > 0 ? excitatory : inhibitory;
        const alpha = strength * (0.12 + 0.6 * Math.abs(wires.weight[w]) / most) * (0.25 + 0.75 * crowd);
        for (let d = 0; d < 3; d++) {
          this.linePlaces[6 * k + d] = this.position[from + d];
          this.linePlaces[6 * k + 3 + d] = this.position[to + d];
          this.lineTints[8 * k + d] = tint[d];
          this.lineTints[8 * k + 4 + d] = tint[d];
        }
        this.lineTints[8 * k + 3] = alpha;
        this.lineTints[8 * k + 7] = alpha;
      });
      this.lines.setDrawRange(0, 2 * shown.length);
      this.lines.attributes.position.needsUpdate = true;
      this.lines.attributes.color.needsUpdate = true;
      this.shownWires = shown;
    }

    /** Colours neurons; a size of 0 hides one. */
    showNeurons(colourOf, sizeOf) {
      for (let n = 0; n < count; n++) {
        this.dots.attributes.tint.array.set(colourOf(n), 3 * n);
        this.dots.attributes.size.array[n] = sizeOf(n) * this.dotSize;
      }
      this.dots.attributes.tint.needsUpdate = true;
      this.dots.attributes.size.needsUpdate = true;
      this.dotMaterial.uniforms.edge.value.set(css('--ground'));
    }

    move(position) {
      this.position.set(position);
      this.dots.attributes.position.needsUpdate = true;
    }

    resize() {
      const width = this.canvas.clientWidth;
      const height = this.canvas.clientHeight;
      if (width === 0) {
        return;
      }
      const before = this.camera.aspect;
      this.renderer.setPixelRatio(Math.min(2, devicePixelRatio));
      this.renderer.setSize(width, height, false);
      this.camera.aspect = width / height;
      this.camera.updateProjectionMatrix();
      this.dotMaterial.uniforms.pixels.value =
        height * this.renderer.getPixelRatio() / (2 * Math.tan(this.camera.fov * Math.PI / 360));
      if (Math.abs(before - this.camera.aspect) > 0.05) {
        this.home();
      }
      this.draw();
    }

    draw() {
      if (!this.asked) {
        this.asked = true;
        requestAnimationFrame(now => {
          this.asked = false;
          this.keepUp(now);
          this.renderer.render(this.scene, this.camera);
        });
      }
    }

    /** While frames follow slowly, draws fewer of the synapses, the strongest; all of them once it stands still. */
    keepUp(now) {
      const shown = this.shownWires?.length ?? 0;
      const passed = now - (this.before ?? 0);
      this.before = now;
      if (passed > 45 && passed < 2000) {
        this.most = Math.max(300, Math.min(this.most ?? Infinity, shown) * 0.6);
      } else if (passed < 25) {
        this.most = (this.most ?? Infinity) * 1.2;
      }
      const drawn = Math.round(Math.min(shown, this.most ?? Infinity));
      this.lines.setDrawRange(0, 2 * drawn);
      clearTimeout(this.still);
      if (drawn < shown) {
        this.still = setTimeout(() => {
          this.lines.setDrawRange(0, 2 * this.shownWires.length);
          this.renderer.render(this.scene, this.camera);
        }, 400);
      }
    }

    turn(azimuth, polar) {
      const offset = this.camera.position.clone().sub(this.controls.target);
      if (this.flat) {
        const step = offset.length() * 0.04;
        const shift = new this.THREE.Vector3(Math.sign(azimuth) * step, Math.sign(polar) * step, 0);
        this.camera.position.add(shift);
        this.controls.target.add(shift);
      } else {
        const flat = Math.hypot(offset.x, offset.y);
        const angle = Math.atan2(offset.y, offset.x) + azimuth;
        const rise = Math.max(-1.5, Math.min(1.5, Math.atan2(offset.z, flat) + polar));
        const length = offset.length();
        this.camera.position.set(
          this.controls.target.x + length * Math.cos(rise) * Math.cos(angle),
          this.controls.target.y + length * Math.cos(rise) * Math.sin(angle),
          this.controls.target.z + length * Math.sin(rise));
      }
      this.controls.update();
      this.draw();
    }

    zoom(factor) {
      this.camera.position.sub(this.controls.target).multiplyScalar(factor).add(this.controls.target);
      this.controls.update();
      this.draw();
    }

    key(event) {
      const steps = {ArrowLeft: [-0.12, 0], ArrowRight: [0.12, 0], ArrowUp: [0, 0.1], ArrowDown: [0, -0.1]};
      if (steps[event.key]) {
        this.turn(...steps[event.key]);
      } else if (event.key === '+' || event.key === '=') {
        this.zoom(0.88);
      } else if (event.key === '-') {
        this.zoom(1.14);
      } else if (this.onKey?.(event.key) !== true) {
        return;
      }
      event.preventDefault();
    }

    /** Returns where a neuron is on the canvas. */
    place(n, vector = new this.THREE.Vector3()) {
      vector.fromArray(this.position, 3 * n).project(this.camera);
      return [(vector.x + 1) / 2 * this.canvas.clientWidth, (1 - vector.y) / 2 * this.canvas.clientHeight, vector.z];
    }

    /** Returns the neuron under a point of the canvas, -1 if there is none. */
    pick(x, y) {
      let best = -1;
      let nearest = 14;
      const vector = new this.THREE.Vector3();
      for (let n = 0; n < count; n++) {
        if (this.dots.attributes.size.array[n] > 0) {
          const [px, py] = this.place(n, vector);
          const distance = Math.hypot(px - x, py - y);
          if (distance < nearest) {
            nearest = distance;
            best = n;
          }
        }
      }
      return best;
    }
  }

  function discs(THREE) {
    return new THREE.ShaderMaterial({
      transparent: true,
      uniforms: {pixels: {value: 500}, edge: {value: new THREE.Color('#ffffff')}},
      vertexShader: `attribute vec3 tint; attribute float size; varying vec3 shade; varying float width;
        uniform float pixels;
        void main() { vec4 seen = modelViewMatrix * vec4(position, 1.0);
          gl_Position = projectionMatrix * seen; shade = tint;
          width = size <= 0.0 ? 0.0 : max(3.5, 2.0 * size * pixels / -seen.z); gl_PointSize = width; }`,
      fragmentShader: `varying vec3 shade; varying float width; uniform vec3 edge;
        void main() { if (width <= 0.0) discard; float r = length(gl_PointCoord - 0.5) * width; float rim = 0.5 * width;
          float alpha = 1.0 - smoothstep(rim - 1.2, rim, r); if (alpha < 0.02) discard;
          gl_FragColor = vec4(mix(shade, edge, smoothstep(rim - 2.4, rim - 1.4, r) * step(7.0, width)), alpha); }`
    });
  }

  function describe(n) {
    const population = data.populations[populationOf[n]];
    const lines = [`${population.name} ${n - population.first} (${population.kind})`, `module ${neurons.module[n] + 1}`];
    if (neurons.rate) {
      lines.push(`${number(neurons.rate[n])} spikes per example`);
    }
    if (neurons.selectivity && neurons.selectivity[n] !== null) {
      lines.push(`selectivity ${number(neurons.selectivity[n])}, prefers ${data.classes[neurons.preferred[n]]}`);
    }
    lines.push(`${neurons.in[n]} synapses in, ${neurons.out[n]} out`);
    const at = [0, 1, 2].slice(0, data.space.shown).map(d => number(neurons.position[3 * n + d]));
    lines.push(`${data.space.exact ? 'at' : 'components'} ${at.join(', ')} mm`);
    return lines.join('\n');
  }

  /** The section with the network in space. */
  function space(lib) {
    const view = new SpaceView(lib, byId('space-canvas'));
    window.lightconeSpace = view;
    const colourBy = byId('colour-by');
    const choices = {population: 'population', module: 'module'};
    if (neurons.rate) {
      choices.rate = 'rate';
    }
    if (neurons.selectivity) {
      choices.selectivity = 'selectivity';
      choices.preferred = 'preferred class';
    }
    Object.entries(choices).forEach(([value, text]) => option(colourBy, value, text));
    const moduleFilter = byId('module-filter');
    option(moduleFilter, '', 'all');
    for (let m = 0; m < data.modules; m++) {
      option(moduleFilter, m, `module ${m + 1}`);
    }
    const boxes = data.populations.map((population, p) => {
      const label = document.createElement('label');
      const box = document.createElement('input');
      box.type = 'checkbox';
      box.checked = true;
      box.defaultChecked = true;
      box.id = 'population-' + p;
      label.append(box, document.createTextNode(population.name));
      byId('population-filter').append(label);
      return box;
    });
    const strength = byId('strength');
    strength.max = wires.source.length;
    strength.defaultValue = Math.min(600, wires.source.length);
    strength.value = strength.defaultValue;
    const longest = Math.max(1e-9, ...wires.delay.slice(0, 1), wires.delay.reduce((a, b) => Math.max(a, b), 0));
    const epochs = data.frames.epochs;
    const epoch = byId('epoch');
    if (epochs.length > 1) {
      epoch.max = epochs.length;
      epoch.defaultValue = epochs.length;
      epoch.value = epoch.defaultValue;
    } else {
      byId('epoch-label').hidden = true;
      byId('epoch-label').style.display = 'none';
    }

    const range = values => {
      const found = values.filter(value => value !== null);
      return [Math.min(0, ...found.slice(0, 1)), found.reduce((a, b) => Math.max(a, b), 1e-9)];
    };
    function colours() {
      const by = colourBy.value;
      const legend = byId('space-legend');
      legend.textContent = '';
      let colourOf;
      const triples = new Map();
      const triple = text => {
        if (!triples.has(text)) {
          triples.set(text, colourTriple(lib.THREE, text));
        }
        return triples.get(text);
      };
      if (by === 'population') {
        data.populations.forEach((population, p) => swatch(legend, series(p), `${population.name} (${population.size})`));
        colourOf = n => triple(series(populationOf[n]));
      } else if (by === 'module') {
        const shown = Math.min(data.modules, 14);
        for (let m = 0; m < shown; m++) {
          swatch(legend, series(m), `module ${m + 1}`);
        }
        if (data.modules > SERIES) {
          legend.append(document.createTextNode(`colours repeat after ${SERIES}`));
        }
        colourOf = n => triple(series(neurons.module[n]));
      } else if (by === 'preferred') {
        const shown = Math.min(data.classes.length, 14);
        for (let c = 0; c < shown; c++) {
          swatch(legend, series(c), data.classes[c]);
        }
        swatch(legend, css('--grid'), 'silent');
        if (data.classes.length > SERIES) {
          legend.append(document.createTextNode(`colours repeat after ${SERIES}`));
        }
        colourOf = n => triple(neurons.preferred[n] < 0 ? css('--grid') : series(neurons.preferred[n]));
      } else {
        const values = neurons[by];
        const [low, high] = range(values);
        const ramp = Array.from({length: RAMP}, (_, k) => css('--ramp-' + k));
        swatch(legend, `linear-gradient(90deg,${ramp.slice(1).join(',')})`,
          `${choices[by]} ${number(low)} to ${number(high)}`, 'ramp');
        swatch(legend, css('--muted'), 'none');
        colourOf = n => triple(values[n] === null
          ? css('--muted')
          : ramp[1 + Math.min(RAMP - 2, Math.floor((values[n] - low) / (high - low) * (RAMP - 1)))]);
      }
      swatch(legend, css('--excitatory'), 'excitatory synapse', 'line');
      swatch(legend, css('--inhibitory'), 'inhibitory synapse', 'line');
      return colourOf;
    }

    function refresh() {
      const module = moduleFilter.value;
      const sign = byId('sign-filter').value;
      const shownNeuron = n => boxes[populationOf[n]].checked && (module === '' || neurons.module[n] === Number(module));
      const cache = Uint8Array.from({length: count}, (_, n) => shownNeuron(n) ? 1 : 0);
      const from = Number(byId('delay-from').value) / 100 * longest;
      const to = Number(byId('delay-to').value) / 100 * longest;
      const most = Number(strength.value);
      const shown = [];
      for (let w = 0; w < wires.source.length && shown.length < most; w++) {
        if (cache[wires.source[w]] && cache[wires.target[w]]
            && wires.delay[w] >= from - 1e-9 && wires.delay[w] <= to * 1.000001
            && (sign === 'all' || (sign === 'excitatory') === (wires.weight[w] > 0))) {
          shown.push(w);
        }
      }
      const last = epochs.length <= 1 || Number(epoch.value) >= epochs.length;
      view.move(last ? neurons.position : data.frames.positions[Number(epoch.value)]);
      view.showNeurons(colours(), n => cache[n]);
      view.showWires(shown);
      byId('strength-out').textContent = number(most, 5);
      byId('delay-from-out').textContent = `${number(from)} ms`;
      byId('delay-to-out').textContent = `${number(to)} ms`;
      byId('epoch-out').textContent = last ? 'as trained' : String(epochs[Number(epoch.value)]);
      byId('space-status').textContent = `${cache.reduce((a, b) => a + b, 0)} of ${count} neurons, `
        + `${shown.length} of ${wires.all} synapses shown, strongest first`
        + (wires.source.length < wires.all ? `; the page holds the ${wires.source.length} strongest.` : '.')
        + (epochs.length > 1 ? '' : ' This run kept no positions of earlier epochs.');
      view.draw();
    }
    byId('space-filters').addEventListener('input', refresh);
    byId('space-filters').addEventListener('change', refresh);
    byId('space-filters').addEventListener('submit', event => event.preventDefault());
    byId('space-filters').addEventListener('reset', () => setTimeout(() => {
      view.home();
      refresh();
    }));
    themeListeners.push(refresh);

    const tip = byId('space-tip');
    let chosen = -1;
    function tell(n) {
      chosen = n;
      tip.hidden = n < 0;
      if (n < 0) {
        return;
      }
      tip.textContent = describe(n);
      const [x, y] = view.place(n);
      tip.style.left = Math.max(0, Math.min(x + 14, view.canvas.clientWidth - tip.offsetWidth)) + 'px';
      tip.style.top = Math.max(0, Math.min(y + 10, view.canvas.clientHeight - tip.offsetHeight)) + 'px';
    }
    view.canvas.addEventListener('pointermove', event => {
      const box = view.canvas.getBoundingClientRect();
      tell(event.buttons ? -1 : view.pick(event.clientX - box.left, event.clientY - box.top));
    });
    view.canvas.addEventListener('pointerleave', () => tell(-1));
    view.onKey = key => {
      if (key === 'n' || key === 'p') {
        tell((chosen + (key === 'n' ? 1 : -1) + count) % count);
        return true;
      }
      if (key === 'Escape') {
        tell(-1);
        return true;
      }
      return false;
    };
    refresh();
  }

  /** The section with one example in time. */
  function player(lib) {
    const trial = data.trial;
    const view = new SpaceView(lib, byId('player-canvas'));
    const {THREE} = lib;
    const perNeuron = Array.from({length: count}, () => []);
    trial.time.forEach((t, k) => perNeuron[trial.neuron[k]].push(t));
    const paths = byId('paths');
    paths.max = Math.min(wires.source.length, 3000);
    // as many that some 150 spikes are under way at a time
    const busy = trial.time.length / trial.end * (wires.delay.reduce((a, b) => a + b, 0) / Math.max(1, wires.delay.length)) / count;
    paths.value = Math.max(Math.min(40, wires.source.length), Math.round(150 / Math.max(busy, 0.05)));
    let drawn = Number(paths.value);
    const longest = wires.delay.reduce((a, b) => Math.max(a, b), 0);
    const MOST = 20000;
    const pulses = new THREE.BufferGeometry();
    const pulsePlaces = new Float32Array(3 * MOST);
    const pulseTints = new Float32Array(3 * MOST);
    const pulseSizes = new Float32Array(MOST);
    pulses.setAttribute('position', new THREE.BufferAttribute(pulsePlaces, 3));
    pulses.setAttribute('tint', new THREE.BufferAttribute(pulseTints, 3));
    pulses.setAttribute('size', new THREE.BufferAttribute(pulseSizes, 1));
    const pulsePoints = new THREE.Points(pulses, discs(THREE));
    pulsePoints.material.uniforms.pixels = view.dotMaterial.uniforms.pixels;
    pulsePoints.material.uniforms.edge = view.dotMaterial.uniforms.edge;
    pulsePoints.frustumCulled = false;
    pulsePoints.renderOrder = 3;
    view.scene.add(pulsePoints);

    const conical = data.space.exact && data.space.spatial;
    const rings = [];
    if (conical) {
      const circle = new THREE.BufferGeometry().setFromPoints(
        Array.from({length: 72}, (_, k) => new THREE.Vector3(Math.cos(k * Math.PI / 36), Math.sin(k * Math.PI / 36), 0)));
      for (let k = 0; k < 20; k++) {
        const ring = new THREE.LineLoop(circle, new THREE.LineBasicMaterial({transparent: true, depthWrite: false}));
        ring.visible = false;
        view.scene.add(ring);
        rings.push(ring);
      }
    } else {
      byId('cone-label').style.display = 'none';
    }

    const slider = byId('time');
    const traces = byId('traces');
    let now = 0;
    let playing = false;
    let palette;
    function repaint() {
      palette = {
        populations: data.populations.map((_, p) => colourTriple(THREE, series(p))),
        ink: colourTriple(THREE, css('--ink')),
        excitatory: colourTriple(THREE, css('--excitatory')),
        inhibitory: colourTriple(THREE, css('--inhibitory'))
      };
      view.showWires(Array.from({length: Math.min(drawn, 600)}, (_, w) => w), 0.6);
      byId('paths-out').textContent = String(drawn);
      show();
    }

    function show() {
      const flash = trial.end / 40;
      const lit = new Float32Array(count);
      for (let n = 0; n < count; n++) {
        for (const t of perNeuron[n]) {
          if (t <= now && now - t < flash) {
            lit[n] = Math.max(lit[n], 1 - (now - t) / flash);
          }
        }
      }
      view.showNeurons(n => {
        const base = palette.populations[populationOf[n]];
        return lit[n] > 0 ? base.map((v, d) => v + (palette.ink[d] - v) * lit[n] * 0.8) : base;
      }, n => 0.7 + 1.1 * lit[n]);
      let used = 0;
      for (let w = 0; w < drawn && used < MOST; w++) {
        const times = perNeuron[wires.source[w]];
        const from = 3 * wires.source[w];
        const to = 3 * wires.target[w];
        for (const t of times) {
          if (t <= now && now < t + wires.delay[w] && used < MOST) {
            const share = (now - t) / wires.delay[w];
            for (let d = 0; d < 3; d++) {
              pulsePlaces[3 * used + d] = view.position[from + d] + share * (view.position[to + d] - view.position[from + d]);
            }
            pulseTints.set(wires.weight[w] > 0 ? palette.excitatory : palette.inhibitory, 3 * used);
            pulseSizes[used] = view.dotSize * 0.42;
            used++;
          }
        }
      }
      pulses.setDrawRange(0, used);
      Object.values(pulses.attributes).forEach(attribute => {
        attribute.needsUpdate = true;
      });
      let ringsUsed = 0;
      const life = conical ? Math.min(longest, 0.8 * view.radius / data.space.speed) : 0;
      if (conical && byId('cones').checked) {
        for (let k = trial.time.length - 1; k >= 0 && ringsUsed < rings.length; k--) {
          const age = now - trial.time[k];
          if (age > 0 && age < life) {
            const ring = rings[ringsUsed++];
            ring.visible = true;
            ring.position.fromArray(view.position, 3 * trial.neuron[k]);
            ring.scale.setScalar(age * data.space.speed);
            ring.quaternion.copy(view.camera.quaternion);
            ring.material.color.set(series(populationOf[trial.neuron[k]]));
            ring.material.opacity = 0.75 * (1 - age / life);
          }
        }
      }
      for (let k = ringsUsed; k < rings.length; k++) {
        rings[k].visible = false;
      }
      slider.value = Math.round(now / trial.end * 1000);
      slider.setAttribute('aria-valuetext', `${now.toFixed(1)} ms`);
      byId('time-out').textContent = `${now.toFixed(1)} of ${number(trial.end)} ms`;
      const past = trial.time.reduce((sum, t) => sum + (t <= now ? 1 : 0), 0);
      byId('player-status').textContent = `${past} of ${trial.time.length} spikes so far; ${used} under way on the `
        + `${drawn} ${drawn < wires.all ? `strongest of ${wires.all}` : ''} synapses.`;
      drawTraces();
      view.draw();
    }
    view.controls.addEventListener('change', () => rings.forEach(ring => ring.quaternion.copy(view.camera.quaternion)));

    const rows = data.populations.filter(population =>
      perNeuron.slice(population.first, population.first + population.size).some(times => times.length > 0));
    const flatVoltages = trial.voltage.flat().filter(v => v !== null);
    const low = flatVoltages.reduce((a, b) => Math.min(a, b), 0);
    const high = flatVoltages.reduce((a, b) => Math.max(a, b), low + 1e-9);
    let still = null;
    function tracesLayout() {
      const ratio = Math.min(2, devicePixelRatio);
      const width = traces.clientWidth;
      const height = traces.clientHeight;
      const left = width < 560 ? 8 : 110;
      const names = width < 560;
      return {ratio, width, height, left, names, right: width - 10};
    }
    const toX = (t, box) => box.left + t / trial.end * (box.right - box.left);
    function drawStill(box) {
      still = document.createElement('canvas');
      still.width = box.width * box.ratio;
      still.height = box.height * box.ratio;
      const pen = still.getContext('2d');
      pen.scale(box.ratio, box.ratio);
      const gap = box.names ? 18 : 8;
      const axis = 20;
      const share = (box.height - axis - gap * (rows.length + 1)) / (rows.length + 1.2);
      pen.font = '12px system-ui, sans-serif';
      let top = box.names ? 16 : 2;
      rows.forEach(population => {
        pen.fillStyle = css('--grid');
        pen.globalAlpha = 0.5;
        pen.fillRect(box.left, top, box.right - box.left, share);
        pen.globalAlpha = 1;
        label(population.name, top, share);
        pen.fillStyle = series(data.populations.indexOf(population));
        const mark = Math.max(1.2, Math.min(12, share / population.size * 0.8));
        for (let n = 0; n < population.size; n++) {
          const y = top + share * (n + 0.5) / population.size - mark / 2;
          perNeuron[population.first + n].forEach(t => pen.fillRect(toX(t, box) - 0.75, y, 1.5, mark));
        }
        top += share + gap;
      });
      const room = box.height - axis - top - 2;
      label('output voltages', top, room);
      const best = [trial.label, trial.prediction];
      trial.voltage.forEach((values, k) => trace(values, k, !best.includes(k) && trial.voltage.length > 5));
      pen.fillStyle = css('--muted');
      pen.textAlign = 'center';
      const step = niceStep(trial.end / (box.width < 560 ? 4 : 8));
      for (let t = 0; t <= trial.end + 1e-9; t += step) {
        pen.fillText(number(t) + (t + step > trial.end ? ' ms' : ''), Math.min(toX(t, box), box.right - 14), box.height - 5);
      }
      function label(text, y, h) {
        pen.fillStyle = css('--ink');
        pen.textAlign = box.names ? 'left' : 'right';
        pen.fillText(text.length > 16 ? text.slice(0, 15) + '…' : text, box.names ? box.left : box.left - 8,
          box.names ? y - 4 : y + h / 2 + 4);
      }
      function trace(values, k, faint) {
        pen.strokeStyle = faint ? css('--muted') : series(k);
        pen.globalAlpha = faint ? 0.35 : 1;
        pen.lineWidth = faint ? 0.8 : k === trial.label ? 2.2 : 1.4;
        pen.beginPath();
        values.forEach((v, i) => {
          if (v !== null) {
            const y = top + room - (v - low) / (high - low) * room;
            pen[i === 0 ? 'moveTo' : 'lineTo'](toX(trial.sample[i], box), y);
          }
        });
        pen.stroke();
        pen.globalAlpha = 1;
      }
    }
    function niceStep(raw) {
      const power = 10 ** Math.floor(Math.log10(raw));
      const digit = raw / power;
      return power * (digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10);
    }
    function drawTraces() {
      const box = tracesLayout();
      if (box.width === 0) {
        return;
      }
      if (!still || still.width !== Math.floor(box.width * box.ratio)) {
        traces.width = box.width * box.ratio;
        traces.height = box.height * box.ratio;
        drawStill(box);
      }
      const pen = traces.getContext('2d');
      pen.setTransform(1, 0, 0, 1, 0, 0);
      pen.clearRect(0, 0, traces.width, traces.height);
      pen.drawImage(still, 0, 0);
      pen.fillStyle = css('--ink');
      pen.fillRect(toX(now, box) * box.ratio - box.ratio * 0.75, 0, 1.5 * box.ratio, (box.height - 18) * box.ratio);
    }
    const legend = byId('traces-legend');
    function key() {
      legend.textContent = '';
      trial.voltage.forEach((_, k) => {
        const right = k === trial.label;
        const answer = k === trial.prediction;
        if (trial.voltage.length <= 5 || right || answer) {
          swatch(legend, series(k), `output ${data.classes[k]}`
            + (right && answer ? ' (right answer)' : right ? ' (right)' : answer ? ' (answered)' : ''), 'line');
        }
      });
      if (trial.voltage.length > 5) {
        swatch(legend, css('--muted'), 'all other outputs', 'line');
      }
    }
    const seek = event => {
      const box = tracesLayout();
      const x = event.clientX - traces.getBoundingClientRect().left;
      now = Math.max(0, Math.min(trial.end, (x - box.left) / (box.right - box.left) * trial.end));
      show();
    };
    traces.addEventListener('pointerdown', event => {
      traces.setPointerCapture(event.pointerId);
      seek(event);
    });
    traces.addEventListener('pointermove', event => event.buttons && seek(event));
    slider.addEventListener('input', () => {
      now = Number(slider.value) / 1000 * trial.end;
      show();
    });
    byId('cones').addEventListener('input', show);
    paths.addEventListener('input', () => {
      drawn = Number(paths.value);
      repaint();
    });
    let before = 0;
    function step(at) {
      if (!playing) {
        return;
      }
      now += (at - before) / 1000 * Number(byId('speed').value) * trial.end;
      before = at;
      if (now >= trial.end) {
        now = trial.end;
        setPlaying(false);
      }
      show();
      requestAnimationFrame(step);
    }
    function setPlaying(on) {
      playing = on;
      byId('play').textContent = on ? 'Pause' : 'Play';
      byId('play').setAttribute('aria-pressed', String(on));
    }
    byId('play').addEventListener('click', () => {
      setPlaying(!playing);
      if (playing) {
        now = now >= trial.end ? 0 : now;
        before = performance.now();
        requestAnimationFrame(step);
      }
    });
    new ResizeObserver(() => {
      still = null;
      drawTraces();
    }).observe(traces);
    themeListeners.push(() => {
      still = null;
      key();
      repaint();
    });
    now = trial.time.length > 0 ? Math.min(trial.end, trial.time[Math.floor(trial.time.length / 3)] + longest / 4) : 0;
    key();
    repaint();
  }

  const painted = () => new Promise(resolve => setTimeout(resolve));

  loadThree().then(async lib => {
    space(lib);
    document.documentElement.dataset.space = 'true';
    if (data.trial) {
      await painted();
      player(lib);
    }
    document.documentElement.dataset.ready = 'true';
  }).catch(problem => {
    document.documentElement.dataset.ready = 'failed';
    for (const id of ['space-status', 'player-status']) {
      const place = byId(id);
      if (place) {
        place.textContent = 'This browser cannot draw in 3-D (' + problem.message + '). The overview has a still picture.';
      }
    }
  });
})();
