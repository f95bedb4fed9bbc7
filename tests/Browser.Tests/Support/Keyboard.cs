using Microsoft.Playwright;

namespace Curbside.Browser;

/// <summary>Somebody without a mouse. Wherever they are, they see where that is.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int FarEnough = 120;

    /// <summary>Tabs on until the element has the focus.</summary>
    public async Task ToAsync(string selector)
    {
        for (var tabs = 0; tabs < FarEnough; tabs++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                Assert.True(await page.EvaluateAsync<bool>(
                    """
                    () => {
                        const at = document.activeElement, box = at.getBoundingClientRect(), style = getComputedStyle(at);
                        const top = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 12));
                        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && (at.contains(top) || top.contains(at));
                    }
                    """), $"{selector} has the focus, and nobody can see it.");
                return;
            }
        }

        Assert.Fail($"Tab does not lead to {selector}.");
    }

    public async Task PressAsync(params string[] keys)
    {
        foreach (var key in keys)
        {
            await page.Keyboard.PressAsync(key);
        }
    }
}
