//! Starting and ending workers.
//!
//! A worker is a classic script from a blob, which works on a site and from the disk alike. All get the
//! same compiled module, which does everything that workers do.

use std::rc::Rc;

use js_sys::{Array, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, MessageEvent, Url, Worker};

use super::host_functions;

/// Gets a message of a worker, or `None` when the worker has failed.
pub type Receive = dyn Fn(&Worker, Option<Array>);

/// The compiled module of the workers and the text of their script, as they are lent by whoever loaded
/// the page.
pub struct Source {
    module: JsValue,
    script: JsValue,
}

impl Source {
    /// Waits until both are there; `None` when they are not to be had.
    pub async fn lent() -> Option<Source> {
        let promise = host_functions::lent("worker")?.call0(&JsValue::NULL).ok()?;
        let both = JsFuture::from(promise.dyn_into::<Promise>().ok()?).await;
        let both: Array = both.ok()?.dyn_into().ok()?;
        Some(Source {
            module: both.get(0),
            script: both.get(1),
        })
    }
}

/// A worker that is ended when nobody needs it any more.
pub struct Running {
    /// The worker.
    pub worker: Worker,
    address: String,
    /// Called by the worker as long as it lives.
    _listeners: [Closure<dyn FnMut(JsValue)>; 2],
}

impl Running {
    /// Starts a worker with its module; `None` where there are none, or a module cannot be handed over.
    pub fn start(source: &Source, receive: &Rc<Receive>) -> Option<Running> {
        let script = Blob::new_with_str_sequence(&Array::of1(&source.script)).ok()?;
        let address = Url::create_object_url_with_blob(&script).ok()?;
        let Ok(worker) = Worker::new(&address) else {
            let _ = Url::revoke_object_url(&address);
            return None;
        };
        let listen = |is_message: bool| {
            let (receive, worker) = (receive.clone(), worker.clone());
            Closure::<dyn FnMut(JsValue)>::new(move |event: JsValue| {
                let event = event.dyn_ref::<MessageEvent>().filter(|_| is_message);
                let message = event.and_then(|event| event.data().dyn_into().ok());
                receive(&worker, message);
            })
        };
        let listeners = [listen(true), listen(false)];
        worker.set_onmessage(Some(listeners[0].as_ref().unchecked_ref()));
        worker.set_onerror(Some(listeners[1].as_ref().unchecked_ref()));
        let running = Running {
            worker,
            address,
            _listeners: listeners,
        };
        running.worker.post_message(&source.module).ok()?;
        Some(running)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
        let _ = Url::revoke_object_url(&self.address);
    }
}
