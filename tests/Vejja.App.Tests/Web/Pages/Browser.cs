using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace Vejja.App.Tests.Web.Pages;

/// <summary>Debian's Chromium without a window.</summary>
internal sealed class Browser : IDisposable
{
    private const string Program = "/usr/bin/chromium";
    private const string Driver = "/usr/bin/chromedriver";
    private readonly string folder = Directory.CreateTempSubdirectory("vejja-browser-").FullName;
    private readonly ChromeDriverService service = ChromeDriverService.CreateDefaultService("/usr/bin", "chromedriver");
    private readonly ChromeDriver driver;

    public Browser(int width, int height)
    {
        var options = new ChromeOptions { BinaryLocation = Program };
        options.AddArguments(
            "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--disable-extensions", "--lang=en",
            $"--window-size={width},{height}", "--user-data-dir=" + folder);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        driver = new(service, options, TimeSpan.FromMinutes(3));
    }

    public static bool IsInstalled => File.Exists(Program) && File.Exists(Driver);

    public string Address => driver.Url;

    public void Go(Uri address) => driver.Navigate().GoToUrl(address);

    /// <summary>The first element that the selector finds, waiting until there is one.</summary>
    public IWebElement Find(string selector) => new WebDriverWait(driver, TimeSpan.FromSeconds(60)).Until(_ => driver.FindElements(By.CssSelector(selector)).FirstOrDefault())
        ?? throw new NoSuchElementException(selector);

    public IReadOnlyList<IWebElement> FindAll(string selector) => driver.FindElements(By.CssSelector(selector));

    public void Enter(string selector, string text)
    {
        var input = Find(selector);
        input.Clear();
        input.SendKeys(text);
    }

    public T Ask<T>(string script) => (T)driver.ExecuteScript("return " + script)!;

    public void Tell(string script) => driver.ExecuteScript(script);

    public void Resize(int width, int height) => driver.Manage().Window.Size = new(width, height);

    public void Photograph(string path) => driver.GetScreenshot().SaveAsFile(path);

    /// <summary>What the browser complained of: refused scripts and styles, missing files.</summary>
    public IReadOnlyList<string> Complaints() => [.. driver.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level >= LogLevel.Warning).Select(entry => entry.Message)];

    public void Dispose()
    {
        driver.Quit();
        driver.Dispose();
        service.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
