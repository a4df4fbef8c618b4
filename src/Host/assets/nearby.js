// 离我最近: asks the browser where one is and goes to the list by distance. Left undefined, and hidden by the styles, where no browser would
// tell. Three decimals are about 100 metres: enough to sort by, and no more than that leaves the device.
const words = { 1: '浏览器没有提供位置。您可以在下面填写地名', 2: '现在取不到位置。您可以在下面填写地名', 3: '取位置的时间太长。请再试一次，或者在下面填写地名' };

class Nearby extends HTMLElement {
  connectedCallback() {
    this.button = this.querySelector('button');
    this.said = this.querySelector('[role=status]');
    this.ask = () => {
      this.button.setAttribute('aria-busy', 'true');
      this.said.textContent = '正在取您的位置';
      navigator.geolocation.getCurrentPosition(found => this.go(found.coords), error => this.rest(words[error.code] ?? words[2]), { timeout: 10000, maximumAge: 300000 });
    };
    this.button.addEventListener('click', this.ask);
  }

  disconnectedCallback() { this.button.removeEventListener('click', this.ask); }

  go({ latitude, longitude }) {
    this.rest('');
    location.assign(`${this.dataset.to}?lat=${latitude.toFixed(3)}&lon=${longitude.toFixed(3)}`);
  }

  rest(text) {
    this.button.removeAttribute('aria-busy');
    this.said.textContent = text;
  }
}

if (navigator.geolocation && window.isSecureContext) customElements.define('yw-nearby', Nearby);
