import '../../ui/tokens.css';

document.body.dataset.page = 'respond';
