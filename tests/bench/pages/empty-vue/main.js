import { createApp, h } from 'vue'

createApp({ render: () => h('h1', 'An empty Vue page') }).mount('#app')
