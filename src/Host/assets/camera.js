// 高拍仪、手机拍照: photographs of papers become one PDF in the file field beside the button. Each page is cut, turned and looked at for size and sharpness.
import Cropper from 'cropperjs';
import 'cropperjs/dist/cropper.css';
import { PDFDocument } from 'pdf-lib';
import { sharpness } from './sharpness.js';
import './camera.css';

// A4 at 120 dots an inch: below it small print cannot be read.
const LONG_SIDE = 1400;
const MOST_PIXELS = 2600;
const MOST_PAGES = 30;
const A4 = [595.28, 841.89];

const element = (html) => Object.assign(document.createElement('template'), { innerHTML: html.trim() }).content.firstElementChild;

function dialogFor(name) {
  const dialog = element(`<dialog class="yw-camera" aria-labelledby="camera-title">
    <header><h2 id="camera-title"></h2><button type="button" class="btn btn-link" data-do="close">关闭</button></header>
    <div class="yw-camera-main">
      <div class="yw-camera-view"><video playsinline muted></video><img alt="" hidden><p class="yw-camera-off" hidden></p></div>
      <ol class="yw-camera-pages" aria-label="已拍的页"></ol>
    </div>
    <p class="yw-camera-say" role="status"></p>
    <footer>
      <select class="form-select" aria-label="摄像头" hidden></select>
      <button type="button" class="btn btn-accent" data-do="shoot">拍摄</button>
      <button type="button" class="btn btn-outline-primary" data-do="turn" hidden>旋转</button>
      <button type="button" class="btn btn-primary" data-do="keep" hidden>用这一页</button>
      <button type="button" class="btn btn-link" data-do="again" hidden>重拍</button>
      <label class="btn btn-link">选图片<input type="file" accept="image/jpeg,image/png" multiple hidden></label>
      <button type="button" class="btn btn-primary ms-auto" data-do="finish" disabled>完成</button>
    </footer>
  </dialog>`);
  dialog.querySelector('h2').textContent = `拍摄：${name}`;
  return dialog;
}

class Camera {
  constructor(button) {
    this.button = button;
    this.input = document.getElementById(button.dataset.for);
    this.pages = [];
    this.queue = [];
    this.dialog = dialogFor(button.dataset.name);
    document.body.append(this.dialog);
    this.video = this.dialog.querySelector('video');
    this.image = this.dialog.querySelector('img');
    this.dialog.addEventListener('click', event => { const act = event.target.closest('[data-do]')?.dataset.do; if (act) this[act](); });
    this.dialog.addEventListener('close', () => this.end());
    this.dialog.querySelector('input[type=file]').addEventListener('change', event => this.choose([...event.target.files]));
    this.dialog.querySelector('select').addEventListener('change', event => this.start(event.target.value));
    this.dialog.showModal();
    this.start();
  }

  say(text, trouble = false) {
    const line = this.dialog.querySelector('.yw-camera-say');
    line.textContent = text;
    line.classList.toggle('text-danger', trouble);
  }

  show(...acts) { this.dialog.querySelectorAll('[data-do]:not([data-do=close], [data-do=finish])').forEach(b => { b.hidden = !acts.includes(b.dataset.do); }); }

  async start(device) {
    this.stopVideo();
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { ...(device ? { deviceId: { exact: device } } : { facingMode: 'environment' }), width: { ideal: 3840 }, height: { ideal: 2160 } } });
      if (!this.dialog.isConnected) return this.stopVideo();
      this.video.srcObject = this.stream;
      await this.video.play();
      this.live();
      const cameras = (await navigator.mediaDevices.enumerateDevices()).filter(d => d.kind === 'videoinput');
      const select = this.dialog.querySelector('select');
      const now = this.stream.getVideoTracks()[0]?.getSettings().deviceId;
      select.replaceChildren(...cameras.map((c, i) => Object.assign(document.createElement('option'), { value: c.deviceId, textContent: c.label || `摄像头 ${i + 1}`, selected: c.deviceId === now })));
      select.hidden = cameras.length < 2;
    } catch (error) {
      const off = this.dialog.querySelector('.yw-camera-off');
      off.hidden = false;
      this.video.hidden = true;
      off.textContent = error.name === 'NotAllowedError' ? '没有得到使用摄像头的许可。请在浏览器地址栏旁允许，或用“选图片”。' : '没有找到可用的摄像头，可以用“选图片”。';
      this.show();
    }
  }

  live() {
    this.cropper?.destroy();
    this.cropper = undefined;
    this.image.hidden = true;
    this.video.hidden = !this.stream;
    this.show(...(this.stream ? ['shoot'] : []));
    this.say(this.pages.length > 0 ? `已有 ${this.pages.length} 页，可以接着拍` : '把纸张铺平，占满画面，避开反光');
    if (this.queue.length > 0) this.edit(this.queue.shift());
  }

  shoot() {
    const canvas = document.createElement('canvas');
    canvas.width = this.video.videoWidth;
    canvas.height = this.video.videoHeight;
    canvas.getContext('2d').drawImage(this.video, 0, 0);
    this.edit(canvas.toDataURL('image/jpeg', 0.95));
  }

  async choose(files) {
    for (const file of files) {
      const data = await new Promise(done => { const reader = new FileReader(); reader.onload = () => done(reader.result); reader.readAsDataURL(file); });
      this.queue.push(data);
    }
    if (!this.cropper && this.queue.length > 0) this.edit(this.queue.shift());
  }

  edit(data) {
    this.video.hidden = true;
    this.dialog.querySelector('.yw-camera-off').hidden = true;
    this.image.hidden = false;
    this.image.src = data;
    this.cropper?.destroy();
    this.cropper = new Cropper(this.image, { viewMode: 1, autoCropArea: 0.96, background: false, movable: false, zoomable: false, checkOrientation: true, ready: () => this.judge(), cropend: () => this.judge() });
    this.show('turn', 'keep', 'again');
    this.say('拖动边框裁到纸边');
  }

  cut() { return this.cropper.getCroppedCanvas({ maxWidth: MOST_PIXELS, maxHeight: MOST_PIXELS, fillColor: '#fff', imageSmoothingQuality: 'high' }); }

  judge() {
    const canvas = this.cut();
    const long = Math.max(canvas.width, canvas.height);
    this.problem = long < LONG_SIDE ? `画面太小（长边 ${long} 像素，应有 ${LONG_SIDE}），小字可能看不清，请靠近或换清晰的摄像头` : sharpness(canvas) ? '' : '画面模糊，请拿稳重拍';
    this.say(this.problem || '大小和清晰度合适', Boolean(this.problem));
    return canvas;
  }

  // Drawn anew: the cropper turns a picture out of its view.
  turn() {
    const source = this.image;
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [source.naturalHeight, source.naturalWidth];
    const context = canvas.getContext('2d');
    context.translate(canvas.width, 0);
    context.rotate(Math.PI / 2);
    context.drawImage(source, 0, 0);
    this.edit(canvas.toDataURL('image/jpeg', 0.95));
  }

  again() { this.live(); }

  keep() {
    const canvas = this.judge();
    // Said once; who still wants it, has it: an old paper may not be any clearer.
    if (this.problem && this.warned !== this.problem) { this.warned = this.problem; this.say(`${this.problem}。仍要使用，请再点一次“用这一页”`, true); return; }
    this.warned = undefined;
    this.pages.push({ data: canvas.toDataURL('image/jpeg', 0.85), width: canvas.width, height: canvas.height });
    this.list();
    this.live();
    if (this.pages.length >= MOST_PAGES) { this.show(); this.say(`一份材料最多 ${MOST_PAGES} 页`, true); }
  }

  list() {
    const list = this.dialog.querySelector('.yw-camera-pages');
    list.replaceChildren(...this.pages.map((page, i) => {
      const item = element('<li><img alt=""><button type="button" class="btn btn-link">删除</button></li>');
      item.querySelector('img').src = page.data;
      item.querySelector('img').alt = `第 ${i + 1} 页`;
      item.querySelector('button').addEventListener('click', () => { this.pages.splice(i, 1); this.list(); });
      return item;
    }));
    this.dialog.querySelector('[data-do=finish]').disabled = this.pages.length === 0;
  }

  async finish() {
    const pdf = await PDFDocument.create();
    for (const page of this.pages) {
      const picture = await pdf.embedJpg(page.data);
      const [w, h] = page.width > page.height ? [A4[1], A4[0]] : A4;
      const scale = Math.min(w / page.width, h / page.height);
      pdf.addPage([w, h]).drawImage(picture, { x: (w - page.width * scale) / 2, y: (h - page.height * scale) / 2, width: page.width * scale, height: page.height * scale });
    }
    const file = new File([await pdf.save()], `${this.button.dataset.name.replace(/[\\/:*?"<>|]/g, '')}.pdf`, { type: 'application/pdf' });
    const files = new DataTransfer();
    files.items.add(file);
    this.input.files = files.files;
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
    const count = this.pages.length;
    this.dialog.close();
    this.button.after(Object.assign(document.createElement('span'), { className: 'form-hint', textContent: ` 已拍 ${count} 页，${(file.size / 1024 / 1024).toFixed(1)} MB` }));
    // A form of its own is sent at once; one with more in it is sent when the rest is filled in.
    if (this.button.dataset.send) this.input.form.requestSubmit();
  }

  close() { this.dialog.close(); }

  stopVideo() { this.stream?.getTracks().forEach(track => track.stop()); this.stream = undefined; }

  end() {
    this.cropper?.destroy();
    this.stopVideo();
    this.dialog.remove();
    this.button.focus();
  }
}

export const open = button => new Camera(button);
