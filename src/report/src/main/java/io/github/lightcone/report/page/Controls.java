package io.github.lightcone.report.page;

/** Elements that the page's script brings to life. */
final class Controls {

    /** The network in space. */
    static final String SPACE = """
            <div class="card view">
            <div class="stage"><canvas id="space-canvas" tabindex="0" role="img"
             aria-label="Network in space. Arrow keys turn it, plus and minus zoom, n and p go through the neurons."></canvas>
            <div id="space-tip" class="tip" role="status" aria-live="polite" hidden></div></div>
            <div id="space-legend" class="legend" aria-label="Colours"></div>
            <form id="space-filters" class="controls" aria-label="What is shown">
            <label>Colour neurons by <select id="colour-by"></select></label>
            <label>Module <select id="module-filter"></select></label>
            <label>Synapses <select id="sign-filter"><option value="all">all</option>
            <option value="excitatory">excitatory</option><option value="inhibitory">inhibitory</option></select></label>
            <fieldset id="population-filter"><legend>Populations</legend></fieldset>
            <label class="slider">Strongest synapses <output id="strength-out"></output>
            <input type="range" id="strength" min="0"></label>
            <label class="slider">Delay from <output id="delay-from-out"></output>
            <input type="range" id="delay-from" min="0" max="100" value="0"></label>
            <label class="slider">Delay to <output id="delay-to-out"></output>
            <input type="range" id="delay-to" min="0" max="100" value="100"></label>
            <label class="slider" id="epoch-label">Epoch <output id="epoch-out"></output>
            <input type="range" id="epoch" min="0" value="0"></label>
            <button type="reset" id="space-reset">Reset</button>
            </form>
            <p id="space-status" class="sub" role="status"></p>
            </div>
            """;

    /** One example in time. */
    static final String PLAYER = """
            <div class="card view">
            <div class="stage"><canvas id="player-canvas" tabindex="0" role="img"
             aria-label="Spikes on their way through the network at the time of the slider."></canvas></div>
            <div class="controls player">
            <button type="button" id="play" aria-pressed="false">Play</button>
            <label class="slider grow">Time <output id="time-out"></output>
            <input type="range" id="time" min="0" max="1000" value="0"></label>
            <label>Speed <select id="speed"><option value="0.05">slow</option><option value="0.12" selected>normal</option>
            <option value="0.35">fast</option></select></label>
            <label class="slider">Strongest synapses <output id="paths-out"></output>
            <input type="range" id="paths" min="0"></label>
            <label id="cone-label"><input type="checkbox" id="cones" checked> rings: how far a spike has come</label>
            </div>
            <canvas id="traces" role="img" aria-label="Spikes of all populations and voltages of the outputs; the line is the time of the slider."></canvas>
            <div id="traces-legend" class="legend"></div>
            <p id="player-status" class="sub" role="status"></p>
            </div>
            """;

    private Controls() {}
}
