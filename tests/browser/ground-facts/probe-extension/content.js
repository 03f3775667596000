/* Shows something like a toast, to try whether the harness can read and press what a page can't. */
const host = document.createElement('div');
host.setAttribute('data-oh-toast', '');
const root = host.attachShadow({ mode: 'closed' });
const toast = document.createElement('div');
toast.dataset.testid = 'toast';
toast.dataset.service = 'instagram';
toast.dataset.cause = 'outage';
toast.dataset.alarm = 'none';
toast.style.cssText = 'position:fixed;right:20px;top:20px;padding:20px;background:#fff;z-index:2147483647';
const line = document.createElement('p');
line.textContent = 'It looks like Instagram is down.';
const action = document.createElement('button');
action.textContent = 'Why?';
const close = document.createElement('button');
close.setAttribute('aria-label', 'Close');
for (const button of [action, close])
  button.addEventListener('click', (event) => {
    document.documentElement.dataset.pressed = `${button.textContent || 'Close'} ${event.isTrusted}`;
    if (button === close) host.remove();
  });
toast.append(line, action, close);
root.append(toast);
document.documentElement.append(host);
