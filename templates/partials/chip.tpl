{{%AUTOESCAPE context="HTML"}}<span class="chip chip--{{CHIP_KIND}}"><svg class="icon" aria-hidden="true"><use href="{{ICONS_URL}}#{{CHIP_ICON}}"></use></svg>{{CHIP_TEXT}}</span>
