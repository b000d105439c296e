// Clicks on whatever carries data-source within an element are told to the page; a card of small charts can be saved.
import { saveSmallCharts } from '/_content/Analytics.Dashboards/js/picture.js';

export function attach(element, net) {
  const onClick = event => {
    const source = event.target.closest('[data-source]')?.dataset.source;
    if (source) net.invokeMethodAsync('SourceClicked', source);
    const button = event.target.closest('[data-image]');
    const card = button?.closest('.chartcard');
    if (card?.querySelector('svg.smallchart')) saveSmallCharts(card, button.dataset.image);
  };
  element.addEventListener('click', onClick);
  element.dataset.ready = '';
  return { dispose: () => element.removeEventListener('click', onClick) };
}
