// A renderer for tests: shows a component as a document that AngleSharp can be asked about, and hands events to it.
#pragma warning disable BL0006 // The frames of a render tree are what a renderer works on.
using System.Runtime.ExceptionServices;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Dashboards.Tests;

/// <summary>One component on an otherwise empty page. Errors of the component are thrown to the caller.</summary>
internal sealed class RenderHarness : IAsyncDisposable
{
    private readonly Engine engine;
    private readonly int root;

    private RenderHarness(Engine engine, int root)
    {
        this.engine = engine;
        this.root = root;
    }

    /// <summary>Renders a component and waits until it is at rest.</summary>
    public static async Task<RenderHarness> ShowAsync<T>(IServiceProvider services, params (string Name, object? Value)[] parameters)
        where T : IComponent
    {
        var fresh = new Engine(services);
        var harness = new RenderHarness(fresh, await fresh.Dispatcher.InvokeAsync(fresh.Add<T>));
        await harness.ChangeAsync(parameters);
        return harness;
    }

    /// <summary>Gives the component parameters, as its parent would.</summary>
    public Task ChangeAsync(params (string Name, object? Value)[] parameters) => engine.Dispatcher.InvokeAsync(() => engine.RenderAsync(
        root, ParameterView.FromDictionary(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal))));

    /// <summary>What is shown now.</summary>
    public Task<IHtmlDocument> PageAsync() => engine.Dispatcher.InvokeAsync(() => new Drawing(engine, root).Page);

    /// <summary>Fires an event on the one element that a selector names. Completes when all is at rest again, or, if not
    /// to wait for that, when the event's own handler is done.</summary>
    public Task FireAsync(string selector, string handler, EventArgs args, bool waitsForRest = true) =>
        FireAsync(page => page.QuerySelectorAll(selector).Single(), handler, args, waitsForRest);

    /// <inheritdoc cref="FireAsync(string, string, EventArgs, bool)"/>
    public Task FireAsync(Func<IHtmlDocument, IElement> element, string handler, EventArgs args, bool waitsForRest = true) => engine.Dispatcher.InvokeAsync(() =>
    {
        var drawing = new Drawing(engine, root);
        return engine.DispatchEventAsync(drawing.Handlers[(element(drawing.Page), handler)], null, args, waitsForRest);
    });

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    private sealed class Engine(IServiceProvider services) : Renderer(services, NullLoggerFactory.Instance)
    {
        public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

        public int Add<T>()
            where T : IComponent => AssignRootComponentId(InstantiateComponent(typeof(T)));

        public Task RenderAsync(int component, ParameterView parameters) => RenderRootComponentAsync(component, parameters);

        public ArrayRange<RenderTreeFrame> Frames(int component) => GetCurrentRenderTreeFrames(component);

        protected override void HandleException(Exception exception) => ExceptionDispatchInfo.Throw(exception);

        protected override Task UpdateDisplayAsync(in RenderBatch renderBatch) => Task.CompletedTask;
    }

    // The render trees of all components drawn into one document.
    private sealed class Drawing
    {
        private readonly Engine engine;

        public Drawing(Engine engine, int root)
        {
            this.engine = engine;
            Page = new HtmlParser().ParseDocument("");
            Component(Page.Body!, root);
        }

        public IHtmlDocument Page { get; }

        public Dictionary<(IElement Element, string Name), ulong> Handlers { get; } = [];

        private void Component(INode parent, int id)
        {
            var frames = engine.Frames(id);
            Range(parent, frames.Array, 0, frames.Count);
        }

        private void Range(INode parent, RenderTreeFrame[] frames, int from, int to)
        {
            for (var i = from; i < to; i++)
            {
                ref var frame = ref frames[i];
                switch (frame.FrameType)
                {
                    case RenderTreeFrameType.Element:
                        Element(parent, frames, i, i + frame.ElementSubtreeLength);
                        i += frame.ElementSubtreeLength - 1;
                        break;
                    case RenderTreeFrameType.Component:
                        Component(parent, frame.ComponentId);
                        i += frame.ComponentSubtreeLength - 1;
                        break;
                    case RenderTreeFrameType.Text:
                        parent.AppendChild(Page.CreateTextNode(frame.TextContent));
                        break;
                    case RenderTreeFrameType.Markup:
                        foreach (var node in new HtmlParser().ParseFragment(frame.MarkupContent, (IElement)parent).ToList()) parent.AppendChild(node);
                        break;
                }
            }
        }

        private void Element(INode parent, RenderTreeFrame[] frames, int at, int to)
        {
            var element = Page.CreateElement(frames[at].ElementName);
            parent.AppendChild(element);
            var next = at + 1;
            for (; next < to && frames[next].FrameType == RenderTreeFrameType.Attribute; next++)
            {
                ref var attribute = ref frames[next];
                if (attribute.AttributeEventHandlerId != 0) Handlers[(element, attribute.AttributeName)] = attribute.AttributeEventHandlerId;
                else if (attribute.AttributeValue is true) element.SetAttribute(attribute.AttributeName, "");
                else if (attribute.AttributeValue is string text) element.SetAttribute(attribute.AttributeName, text);
            }
            Range(element, frames, next, to);
        }
    }
}
